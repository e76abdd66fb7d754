/** Makes a picture small enough to lie in an answer, in the browser that chose it. */

const SIDE = 640;
const FILE_MAX = 20_000_000;
const QUALITIES = [0.86, 0.74, 0.6, 0.45, 0.3];

/**
 * @param {File} file
 * @param {{types: string[], max_bytes: number}} field
 * @returns {Promise<{data?: string, problem?: string}>} a data address, or the key of what is wrong
 */
export async function shrink(file, field) {
  if (!field.types.includes(file.type)) return { problem: 'picture_type' };
  if (file.size > FILE_MAX) return { problem: 'picture_size' };
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return { problem: 'picture_damaged' };
  }
  try {
    const blob = await smallEnough(bitmap, field);
    return blob ? { data: await dataAddress(blob) } : { problem: 'picture_size' };
  } finally {
    bitmap.close();
  }
}

async function smallEnough(bitmap, { types, max_bytes }) {
  for (const side of [SIDE, SIDE / 2]) {
    const canvas = drawn(bitmap, side);
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, types, quality);
      if (blob && blob.size <= max_bytes) return blob;
    }
  }
  return null;
}

function drawn(bitmap, side) {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** WebP where the browser writes it; it answers PNG where it does not, then JPEG. */
async function encoded(canvas, types, quality) {
  for (const type of ['image/webp', 'image/jpeg']) {
    if (!types.includes(type)) continue;
    const blob = await new Promise((done) => canvas.toBlob(done, type, quality));
    if (blob?.type === type) return blob;
  }
  return null;
}

function dataAddress(blob) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(/** @type {string} */ (reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}
