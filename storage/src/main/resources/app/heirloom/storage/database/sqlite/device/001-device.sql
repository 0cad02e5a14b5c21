-- The state of one device: its files, the last listing of its server, scans and the journal.

create table device (
  id blob primary key not null,
  name text not null,
  root text not null,
  marked integer not null,
  server text not null,
  user_id blob not null,
  quarantine_days integer not null,
  max_percent real not null,
  floor integer not null,
  strictness text not null,
  exclusions text not null, -- a line each
  albums text not null -- a line each
);

create table scan (
  number integer primary key autoincrement,
  started_at integer not null,
  finished_at integer, -- these are null until it ended
  complete integer,
  files integer,
  imputed integer,
  hashed integer,
  ambiguous integer,
  fallback integer
);

create table file (
  path text primary key not null,
  name text not null,
  stem text not null, -- the path without its extension, folded
  video integer not null,
  size_in_bytes integer not null,
  modified_at integer not null,
  looked integer not null default 0, -- whether somebody looked into it
  captured_at integer,
  captured_second integer,
  width integer,
  height integer,
  content_identifier text,
  motion integer not null default 0,
  checksum blob,
  provenance text,
  asset_id blob, -- that had its content on the server while it was here
  fresh integer not null default 0, -- whether it may have changed without its time telling
  first_scan integer not null,
  seen_scan integer not null,
  gone_at integer,
  settled integer not null default 0
) without rowid;

create index file_key on file (name, captured_second);
create index file_checksum on file (checksum);
create index file_size on file (size_in_bytes);
create index file_stem on file (stem);
create index file_gone on file (path) where gone_at is not null;
create index file_content_identifier on file (content_identifier) where content_identifier is not null;

create table server_asset (
  id blob primary key not null,
  name text not null,
  captured_second integer not null,
  checksum blob not null,
  size_in_bytes integer,
  width integer,
  height integer,
  video integer not null,
  trashed integer not null,
  external integer not null,
  hidden integer not null,
  listed_scan integer not null
) without rowid;

create index server_asset_key on server_asset (name, captured_second);
create index server_asset_checksum on server_asset (checksum);

create table journal (
  number integer primary key autoincrement,
  run_id text not null,
  at integer not null,
  step text not null,
  path text,
  asset_id blob,
  note text
);

create index journal_run on journal (run_id);

create trigger journal_is_never_changed before update on journal begin
  select raise(abort, 'the journal only grows');
end;

create trigger journal_is_never_shortened before delete on journal begin
  select raise(abort, 'the journal only grows');
end;
