/** The smallest PMTiles file with something in it: one tile for the whole world, all of it land. */
export function streetsFile() {
    const tile = mvt();
    // One entry: tile 0, one run, its length, at the start of the tiles.
    const directory = Buffer.from([1, 0, 1, ...varint(tile.length), 1]);
    const metadata = Buffer.from(JSON.stringify({ vector_layers: [{ id: 'earth', fields: {} }] }));
    const header = Buffer.alloc(127);
    header.write('PMTiles', 0, 'latin1');
    header.writeUInt8(3, 7);
    const parts = [directory.length, metadata.length, 0, tile.length];
    let at = header.length;
    parts.forEach((length, i) => {
        header.writeBigUInt64LE(BigInt(at), 8 + 16 * i);
        header.writeBigUInt64LE(BigInt(length), 16 + 16 * i);
        at += length;
    });
    [72, 80, 88].forEach((place) => header.writeBigUInt64LE(1n, place));
    // Clustered; directories and tiles not compressed; vector tiles; zoom 0 only.
    [1, 1, 1, 1, 0, 0].forEach((value, i) => header.writeUInt8(value, 96 + i));
    [-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000].forEach((value, i) =>
        header.writeInt32LE(value, 102 + 4 * i),
    );
    return Buffer.concat([header, directory, metadata, tile]);
}

/** A layer `earth` with one polygon that covers the tile. */
function mvt() {
    const zigzag = (value) => (value << 1) ^ (value >> 31);
    const geometry = [9, 0, 0, 26, 4096, 0, 0, 4096, -4096, 0, 15].flatMap((value, i) =>
        varint([0, 3, 10].includes(i) ? value : zigzag(value)),
    );
    const feature = [0x18, 3, 0x22, ...varint(geometry.length), ...geometry];
    const name = [...Buffer.from('earth')];
    const layer = [
        0x78,
        2,
        0x0a,
        name.length,
        ...name,
        0x12,
        ...varint(feature.length),
        ...feature,
        0x28,
        ...varint(4096),
    ];
    return Buffer.from([0x1a, ...varint(layer.length), ...layer]);
}

function varint(value) {
    const bytes = [];
    for (let rest = value; ; rest >>>= 7) {
        if (rest < 128) {
            return [...bytes, rest];
        }
        bytes.push((rest & 127) | 128);
    }
}
