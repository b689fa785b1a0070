import iris from '../../resources/datasets/iris.csv?raw'
import { unpackPictures } from './picture-files'
import { parseTable, type Data } from '../physics'

/** The data sets that the product ships, read once. */
export const shippedData: Data = { iris: parseTable(iris), unpack: unpackPictures }
