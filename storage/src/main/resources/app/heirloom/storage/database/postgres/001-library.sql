-- Instants and wall clocks are microseconds since 1970 (wall clocks as if they were UTC), ids are UUIDs.

create table instance (
  id uuid not null,
  created_at bigint not null
);

create table app_user (
  id uuid primary key not null,
  email text not null unique,
  name text not null,
  is_admin boolean not null,
  should_change_password boolean not null,
  password_hash text not null,
  quota_size_in_bytes bigint,
  usage_in_bytes bigint not null default 0,
  created_at bigint not null,
  updated_at bigint not null,
  change_id uuid not null
);

create table session (
  id uuid primary key not null,
  user_id uuid not null references app_user (id) on delete cascade,
  token_hash text not null unique,
  device_type text not null,
  device_os text not null,
  app_version text not null,
  created_at bigint not null,
  updated_at bigint not null
);

create table api_key (
  id uuid primary key not null,
  user_id uuid not null references app_user (id) on delete cascade,
  secret_hash text not null unique,
  name text not null,
  permissions text not null,
  created_at bigint not null,
  updated_at bigint not null
);

create table asset (
  id uuid not null unique,
  owner_id uuid not null references app_user (id),
  type smallint not null, -- 0 image, 1 video
  file_name text not null,
  file_name_folded text not null,
  checksum bytea not null,
  size_in_bytes bigint not null,
  blob_key text not null,
  captured_at bigint not null,
  local_at bigint not null,
  local_day integer not null,
  local_month integer not null,
  file_modified_at bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  width integer,
  height integer,
  duration_in_millis bigint,
  thumbhash bytea,
  visibility smallint not null, -- 0 timeline, 1 archive, 2 hidden, 3 locked
  is_favorite boolean not null,
  trashed_at bigint,
  live_photo_video_id uuid,
  change_id uuid not null,
  unique (owner_id, checksum)
);

create index asset_timeline on asset (owner_id, visibility, trashed_at, local_day, captured_at);
create index asset_captured on asset (owner_id, captured_at);
create index asset_favorite on asset (owner_id, local_month) where is_favorite;
create index asset_change on asset (owner_id, change_id);

create table asset_file (
  asset_id uuid not null references asset (id) on delete cascade,
  kind text not null,
  blob_key text not null,
  size_in_bytes bigint not null,
  primary key (asset_id, kind)
);

create table asset_exif (
  asset_id uuid primary key not null references asset (id) on delete cascade,
  make text,
  model text,
  lens text,
  f_number double precision,
  exposure_time text,
  focal_length double precision,
  iso integer,
  local_at bigint,
  zone text,
  modified_local_at bigint,
  latitude double precision,
  longitude double precision,
  description text not null,
  rating integer,
  keywords text not null,
  stored_width integer,
  stored_height integer,
  orientation integer,
  duration_in_millis bigint,
  frames_per_second double precision,
  projection text,
  change_id uuid not null
);

create table live_photo_clue (
  asset_id uuid primary key not null references asset (id) on delete cascade,
  content_identifier text,
  clip_offset bigint,
  clip_size_in_bytes bigint
);

create index live_photo_clue_content_identifier on live_photo_clue (content_identifier);
create index asset_exif_change on asset_exif (change_id);

create table asset_exif_edit (
  asset_id uuid primary key not null references asset (id) on delete cascade,
  description text,
  rating integer,
  latitude double precision,
  longitude double precision,
  local_at bigint,
  zone text
);

-- How many assets each month of a timeline has, kept by the triggers below.
create table time_bucket (
  owner_id uuid not null,
  visibility smallint not null,
  is_trashed boolean not null,
  local_month integer not null,
  images bigint not null,
  videos bigint not null,
  primary key (owner_id, visibility, is_trashed, local_month)
);

create function count_added_asset() returns trigger language plpgsql as $$
begin
  insert into time_bucket values (new.owner_id, new.visibility, new.trashed_at is not null, new.local_month,
      (new.type = 0)::int, (new.type = 1)::int)
    on conflict (owner_id, visibility, is_trashed, local_month) do update
      set images = time_bucket.images + excluded.images, videos = time_bucket.videos + excluded.videos;
  update app_user set usage_in_bytes = usage_in_bytes + new.size_in_bytes where id = new.owner_id;
  return null;
end $$;

create trigger asset_added after insert on asset
  for each row execute function count_added_asset();

create function count_moved_asset() returns trigger language plpgsql as $$
begin
  update time_bucket
    set images = images - (old.type = 0)::int, videos = videos - (old.type = 1)::int
    where owner_id = old.owner_id and visibility = old.visibility
      and is_trashed = (old.trashed_at is not null) and local_month = old.local_month;
  insert into time_bucket values (new.owner_id, new.visibility, new.trashed_at is not null, new.local_month,
      (new.type = 0)::int, (new.type = 1)::int)
    on conflict (owner_id, visibility, is_trashed, local_month) do update
      set images = time_bucket.images + excluded.images, videos = time_bucket.videos + excluded.videos;
  return null;
end $$;

create trigger asset_moved after update of visibility, trashed_at, local_month on asset
  for each row
  when (old.visibility <> new.visibility
    or (old.trashed_at is null) <> (new.trashed_at is null)
    or old.local_month <> new.local_month)
  execute function count_moved_asset();

create function count_removed_asset() returns trigger language plpgsql as $$
begin
  update time_bucket
    set images = images - (old.type = 0)::int, videos = videos - (old.type = 1)::int
    where owner_id = old.owner_id and visibility = old.visibility
      and is_trashed = (old.trashed_at is not null) and local_month = old.local_month;
  update app_user set usage_in_bytes = usage_in_bytes - old.size_in_bytes where id = old.owner_id;
  return null;
end $$;

create trigger asset_removed after delete on asset
  for each row execute function count_removed_asset();

create table blob_removal (
  blob_key text primary key not null
);

create table job (
  id bigint generated always as identity primary key,
  type text not null,
  subject uuid not null,
  queue text not null,
  state text not null,
  attempts integer not null default 0,
  crashes integer not null default 0,
  due_at bigint not null,
  lease_until bigint,
  reason text
);

create index job_next on job (queue, state, crashes, id);
create unique index job_waiting_once on job (type, subject) where state = 'waiting';
create index job_failed on job (type, subject) where state = 'failed';

create table paused_queue (
  queue text primary key not null
);
