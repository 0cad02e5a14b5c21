-- A million assets of the one user: 5,600 in December 2024, and in each month before it twelve fewer; all of them in
-- 1,000 albums of 1,000 assets.
create temp table filled as
with recursive
  month (months_ago, size) as (
    select 0, 5600
    union all select months_ago + 1, size - 12 from month where size > 12),
  place (number) as (select 0 union all select number + 1 from place where number < 5599),
  taken as (
    select date('2024-12-01', '-' || months_ago || ' months') as first_day
    from month join place on number < size
    limit 1000000),
  clock as (
    select first_day, unixepoch(first_day) + abs(random()) % (
      unixepoch(first_day, '+1 month') - unixepoch(first_day)) as local
    from taken)
select row_number() over () as number, randomblob(16) as id, first_day, local,
  'IMG_' || (1000 + abs(random()) % 9000) || '.JPG' as file_name
from clock;

insert into asset (id, owner_id, file_name, file_name_folded, type, checksum, size_in_bytes, blob_key, captured_at,
  local_at, local_day, local_month, file_modified_at, created_at, updated_at, width, height, thumbhash, visibility,
  is_favorite, change_id)
select filled.id, app_user.id, file_name, lower(file_name), abs(random()) % 10 = 0, randomblob(20),
  1000000 + abs(random()) % 5000000, 'originals/' || lower(hex(app_user.id)) || '/' || lower(hex(filled.id)) || '.jpg',
  (local - 7200) * 1000000, local * 1000000, local / 86400, cast(strftime('%Y%m', first_day) as integer),
  (local - 7200) * 1000000, (local - 7200) * 1000000, (local - 7200) * 1000000, 4000, 3000, randomblob(25), 0,
  abs(random()) % 50 = 0, unhex(printf('%032x', number))
from filled, app_user;

insert into asset_exif (asset_id, description, keywords, change_id)
select id, '', '', unhex(printf('%032x', number)) from filled;

insert into album (id, name, description, is_activity_enabled, is_newest_first, created_at, updated_at, change_id)
select unhex(printf('%032x', number)), 'Album ' || number, '', true, true, number, number,
  unhex(printf('%032x', number)) from filled where number <= 1000;

insert into album_user (album_id, user_id, role, created_at, created_change_id, change_id)
select album.id, app_user.id, 0, 0, album.change_id, album.change_id from album, app_user;

insert into album_asset (album_id, asset_id, created_at, change_id)
select unhex(printf('%032x', 1 + number % 1000)), id, 0, unhex(printf('%032x', number)) from filled;

update album set thumbnail_asset_id = (select asset_id from album_asset where album_id = album.id limit 1);

drop table filled;

