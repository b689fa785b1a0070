/** Of a page that needs nothing else: nothing is fetched, nothing runs; styles and pictures are in it. */
export const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
