import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { operations } from '../harness/declarations.ts';
import { faultsOf } from '../harness/wire.ts';

/** The check of answers itself: each fault is planted into an answer that is right. */
suite('the check of answers', () => {
  const id = '4e5a9f63-6c5e-4d0b-9a57-0d8a5d1f0a11';
  const date = '2024-05-01T10:00:00.000Z';
  const exif = Object.fromEntries(
    ['city', 'country', 'description', 'exifImageHeight', 'exifImageWidth', 'exposureTime', 'fNumber', 'fileSizeInByte']
      .concat(['focalLength', 'iso', 'latitude', 'lensModel', 'longitude', 'make', 'model', 'modifyDate', 'orientation'])
      .concat(['projectionType', 'rating', 'state', 'timeZone', 'dateTimeOriginal'])
      .map((key) => [key, null]),
  );
  const asset = {
    id, ownerId: id, type: 'IMAGE', visibility: 'timeline', checksum: 'qvTGHdzF6KLavt4PO0gs2a6pQ00=', thumbhash: null,
    createdAt: date, updatedAt: date, fileCreatedAt: date, fileModifiedAt: date, localDateTime: date,
    originalPath: '/a.jpg', originalFileName: 'a.jpg', duration: null, width: 640, height: 480,
    isFavorite: false, isArchived: false, isTrashed: false, isOffline: false, isEdited: false, hasMetadata: true,
    libraryId: null, livePhotoVideoId: null, duplicateId: null, people: [],
  };

  test('finds nothing in an answer that is right', () => {
    assert.deepEqual(faultsOf('getAssetInfo', asset), []);
    assert.deepEqual(faultsOf('getAssetInfo', { ...asset, exifInfo: exif, stack: null }), []);
  });

  const planted: Record<string, [object, RegExp]> = {
    'a key that is absent': [{ ownerId: undefined }, /ownerId: absent/],
    'null where it may not stand': [{ updatedAt: null }, /updatedAt: null instead of a string/],
    'nothing where null must stand': [{ livePhotoVideoId: undefined }, /livePhotoVideoId: absent/],
    'a date without milliseconds': [{ createdAt: '2024-05-01T10:00:00Z' }, /createdAt/],
    'a date with an offset': [{ localDateTime: '2024-05-01T10:00:00.000+00:00' }, /localDateTime/],
    'an EXIF date with a Z': [{ exifInfo: { ...exif, dateTimeOriginal: date } }, /exifInfo\.dateTimeOriginal/],
    'EXIF that lacks a key': [{ exifInfo: { ...exif, city: undefined } }, /exifInfo\.city: absent/],
    'a fraction of a pixel': [{ width: 640.5 }, /width: 640.5 is not whole/],
    'a number as text': [{ width: '640' }, /width/],
    'an id in capitals': [{ id: id.toUpperCase() }, /\.id:/],
    'a checksum in hex': [{ checksum: 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d' }, /checksum/],
    'a word that the enum does not know': [{ type: 'image' }, /type/],
  };
  for (const [what, [change, fault]] of Object.entries(planted)) {
    test(`finds ${what}`, () => {
      const faults = faultsOf('getAssetInfo', { ...asset, ...change });
      assert.ok(faults.length === 1 && fault.test(faults[0]!), JSON.stringify(faults));
    });
  }

  test('knows all operations of the SDK', () => {
    assert.equal(operations.size, 276);
    assert.deepEqual(operations.get('addUsersToAlbum'), {
      name: 'addUsersToAlbum',
      method: 'PUT',
      path: '/albums/{id}/users',
      answer: 'Json',
    });
  });
});
