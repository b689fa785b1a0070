"""What the Python references share: the network file and the dialogue with the benchmark."""
import sys
import time
from types import SimpleNamespace


def read_network(path):
    words = iter(open(path).read().split())
    integers = lambda count: [int(next(words)) for _ in range(count)]
    numbers = lambda count: [float(next(words)) for _ in range(count)]
    nodes, edges, sources, grounds, outputs = integers(5)
    net = SimpleNamespace(nodes=nodes, edges=edges)
    net.a, net.b = integers(edges), integers(edges)
    net.source, net.source_volt = integers(sources), numbers(sources)
    net.ground, net.output = integers(grounds), integers(outputs)
    net.target_volt, net.k = numbers(outputs), numbers(edges)
    net.alpha, net.eta, net.k_min, net.k_max, net.p = numbers(5)
    return net


def serve(step):
    for line in sys.stdin:
        begin = time.process_time()
        for _ in range(int(line)):
            loss = step()
        print(time.process_time() - begin, repr(float(loss)), flush=True)


def serve_counts(work):
    """The same for programs that do so many units of work in one call."""
    for line in sys.stdin:
        begin = time.process_time()
        result = work(int(line))
        print(time.process_time() - begin, repr(float(result)), flush=True)
