import { version } from '../../../package.json'
import golden from '../../machine/golden.json'
import { identityOf } from './canonical'

/**
 * What computes: equal engines have equal trajectories. The version, and a digest of the golden
 * hashes, which change together with any trajectory.
 */
export const engineVersion = `${version}+${identityOf(golden.map(({ hash }) => hash)).slice(0, 8)}`
