import { UpdateTiming } from './src-main/run/timing'
import { OpenBucket } from './src-main/run/bucket'
import { Pyramid } from './src-main/run/pyramid'
import { Raster } from './src-main/run/raster'
import { cutIntoPieces } from './src-main/run/pieces'
const N=Number(process.argv[2]), E=16
const masks=Array.from({length:64},()=>{const m=new Uint32Array(N);for(let i=0;i<N;i++)m[i]=Math.random()*65536;return m})
const losses=Array.from({length:64},()=>{const m=new Float64Array(N);for(let i=0;i<N;i++)m[i]=Math.random()*1e-3;return m})
const t=new UpdateTiming(E), b=new OpenBucket(), p=new Pyramid(), r=new Raster(1), out=new Int32Array(8*N)
let step=1
const jobs:Record<string,(i:number)=>void>={
 timing:i=>t.add(step,N,1,masks[i]), cut:i=>cutIntoPieces(masks[i],N,1,0,out), bucket:i=>b.addSteps(step,losses[i],N,p), raster:i=>r.add(step,N,masks[i]),
}
for(let k=0;k<40000;k++){for(const j in jobs)jobs[j](k&63);step+=N}
for(const j in jobs){const s:number[]=[];for(let k=0;k<4000;k++){const a=process.hrtime.bigint();for(let i=0;i<8;i++){jobs[j]((k*8+i)&63);step+=N};s.push(Number(process.hrtime.bigint()-a)/8/N)}s.sort((x,y)=>x-y);console.log(j,'p5',s[200].toFixed(2),'med',s[2000].toFixed(2))}
