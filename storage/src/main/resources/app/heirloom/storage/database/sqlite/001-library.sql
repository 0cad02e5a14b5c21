-- Instants and wall clocks are microseconds since 1970 (wall clocks as if they were UTC), ids are 16 bytes.

create table instance (
  id blob not null,
  created_at integer not null
);

create table app_user (
  id blob primary key not null,
  email text not null unique,
  name text not null,
  is_admin boolean not null,
  should_change_password boolean not null,
  password_hash text not null,
  quota_size_in_bytes integer,
  usage_in_bytes integer not null default 0,
  created_at integer not null,
  updated_at integer not null,
  change_id blob not null
);

create table session (
  id blob primary key not null,
  user_id blob not null references app_user (id) on delete cascade,
  token_hash text not null unique,
  device_type text not null,
  device_os text not null,
  app_version text not null,
  created_at integer not null,
  updated_at integer not null
);

create table api_key (
  id blob primary key not null,
  user_id blob not null references app_user (id) on delete cascade,
  secret_hash text not null unique,
  name text not null,
  permissions text not null,
  created_at integer not null,
  updated_at integer not null
);

create table asset (
  id blob not null unique,
  owner_id blob not null references app_user (id),
  type integer not null, -- 0 image, 1 video
  file_name text not null,
  file_name_folded text not null,
  checksum blob not null,
  size_in_bytes integer not null,
  blob_key text not null,
  captured_at integer not null,
  local_at integer not null,
  local_day integer not null,
  local_month integer not null,
  file_modified_at integer not null,
  created_at integer not null,
  updated_at integer not null,
  width integer,
  height integer,
  duration_in_millis integer,
  thumbhash blob,
  visibility integer not null, -- 0 timeline, 1 archive, 2 hidden, 3 locked
  is_favorite boolean not null,
  trashed_at integer,
  live_photo_video_id blob,
  change_id blob not null,
  unique (owner_id, checksum)
);

-- A partial index "where trashed_at is null" would not be used as covering; the column in the index is.
create index asset_timeline on asset (owner_id, visibility, trashed_at, local_day, captured_at);
create index asset_captured on asset (owner_id, captured_at);
create index asset_favorite on asset (owner_id, local_month) where is_favorite;
create index asset_change on asset (owner_id, change_id);

create table asset_file (
  asset_id blob not null references asset (id) on delete cascade,
  kind text not null,
  blob_key text not null,
  size_in_bytes integer not null,
  primary key (asset_id, kind)
) without rowid;

create table asset_exif (
  asset_id blob primary key not null references asset (id) on delete cascade,
  make text,
  model text,
  lens text,
  f_number real,
  exposure_time text,
  focal_length real,
  iso integer,
  local_at integer,
  zone text,
  modified_local_at integer,
  latitude real,
  longitude real,
  description text not null,
  rating integer,
  keywords text not null,
  stored_width integer,
  stored_height integer,
  orientation integer,
  duration_in_millis integer,
  frames_per_second real,
  projection text,
  change_id blob not null
);

create table live_photo_clue (
  asset_id blob primary key not null references asset (id) on delete cascade,
  content_identifier text,
  clip_offset integer,
  clip_size_in_bytes integer
);

create index live_photo_clue_content_identifier on live_photo_clue (content_identifier);
create index asset_exif_change on asset_exif (change_id);

create table asset_exif_edit (
  asset_id blob primary key not null references asset (id) on delete cascade,
  description text,
  rating integer,
  latitude real,
  longitude real,
  local_at integer,
  zone text
);

-- How many assets each month of a timeline has, kept by the triggers below.
create table time_bucket (
  owner_id blob not null,
  visibility integer not null,
  is_trashed boolean not null,
  local_month integer not null,
  images integer not null,
  videos integer not null,
  primary key (owner_id, visibility, is_trashed, local_month)
) without rowid;

create trigger asset_added after insert on asset
begin
  insert into time_bucket values (new.owner_id, new.visibility, new.trashed_at is not null, new.local_month,
      iif(new.type = 0, 1, 0), iif(new.type = 1, 1, 0))
    on conflict do update set images = images + excluded.images, videos = videos + excluded.videos;
  update app_user set usage_in_bytes = usage_in_bytes + new.size_in_bytes where id = new.owner_id;
end;

create trigger asset_moved after update of visibility, trashed_at, local_month on asset
  when old.visibility <> new.visibility
    or (old.trashed_at is null) <> (new.trashed_at is null)
    or old.local_month <> new.local_month
begin
  update time_bucket set images = images - iif(old.type = 0, 1, 0), videos = videos - iif(old.type = 1, 1, 0)
    where owner_id = old.owner_id and visibility = old.visibility
      and is_trashed = (old.trashed_at is not null) and local_month = old.local_month;
  insert into time_bucket values (new.owner_id, new.visibility, new.trashed_at is not null, new.local_month,
      iif(new.type = 0, 1, 0), iif(new.type = 1, 1, 0))
    on conflict do update set images = images + excluded.images, videos = videos + excluded.videos;
end;

create trigger asset_removed after delete on asset
begin
  update time_bucket set images = images - iif(old.type = 0, 1, 0), videos = videos - iif(old.type = 1, 1, 0)
    where owner_id = old.owner_id and visibility = old.visibility
      and is_trashed = (old.trashed_at is not null) and local_month = old.local_month;
  update app_user set usage_in_bytes = usage_in_bytes - old.size_in_bytes where id = old.owner_id;
end;

create table blob_removal (
  blob_key text primary key not null
) without rowid;

create table job (
  id integer primary key autoincrement,
  type text not null,
  subject blob not null,
  queue text not null,
  state text not null,
  attempts integer not null default 0,
  crashes integer not null default 0,
  due_at integer not null,
  lease_until integer,
  reason text
);

create index job_next on job (queue, state, crashes, id);
create unique index job_waiting_once on job (type, subject) where state = 'waiting';
create index job_failed on job (type, subject) where state = 'failed';

create table paused_queue (
  queue text primary key not null
) without rowid;
