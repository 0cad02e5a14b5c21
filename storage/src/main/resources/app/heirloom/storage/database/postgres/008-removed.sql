-- Contents that their owner removed for good, so that a device which still has them can be told.

create table removed_content (
  owner_id uuid not null references app_user (id) on delete cascade,
  checksum bytea not null,
  removed_at bigint not null,
  primary key (owner_id, checksum)
);
