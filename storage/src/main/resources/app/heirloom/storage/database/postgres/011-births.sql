-- Whether it was said of all of a person's faces at once whose this one is, as by naming it. What was known before counts as
-- said of the face alone.

alter table asset_face add column is_confirmed_together boolean not null default false;

-- Who is on a photo may depend on when it was taken.
create function touch_faces() returns trigger language plpgsql as $$
begin
  insert into pending_face select id, new.owner_id, new.change_id from asset_face
    where asset_id = new.id and detected_number is not null and is_visible
    on conflict (face_id) do update set change_id = excluded.change_id;
  return null;
end $$;

create trigger asset_dated_anew after update of captured_at on asset for each row
  when (old.captured_at is distinct from new.captured_at) execute function touch_faces();
