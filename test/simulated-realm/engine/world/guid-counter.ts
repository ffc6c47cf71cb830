import { type BigInteger, bigInteger } from "../objects/big-integer";

/** High parts of GUIDs in 3.3.5: a player's is 0, a creature's also holds its entry. */
const CREATURE = 0xf130;
const ITEM = 0x4000;
const GROUP = 0x1f50;

/** Gives out low GUIDs, and builds whole ones. */
export class GuidCounter {
  private last = 0;

  next(): number {
    this.last++;
    return this.last;
  }

  player(low: number): BigInteger {
    return bigInteger(0, low);
  }

  creature(low: number, entry: number): BigInteger {
    return bigInteger(
      CREATURE * 65536 + math.floor(entry / 256),
      (entry % 256) * 16777216 + (low % 16777216),
    );
  }

  item(low: number): BigInteger {
    return bigInteger(ITEM * 65536, low);
  }

  group(low: number): BigInteger {
    return bigInteger(GROUP * 65536, low);
  }
}
