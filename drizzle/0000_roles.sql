-- The role that requests run as. Roles belong to the whole server, so another database of it may have made it already.
do $$
begin
  create role evenkeel_person nologin nobypassrls;
exception
  when duplicate_object or unique_violation then null;
end
$$;
--> statement-breakpoint
do $$
begin
  execute format('grant evenkeel_person to %I', current_user);
exception
  when others then
    -- Already granted by another migration that runs at this moment.
    if not pg_has_role(current_user, 'evenkeel_person', 'member') then
      raise;
    end if;
end
$$;
--> statement-breakpoint
grant usage on schema public to evenkeel_person;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to evenkeel_person;
--> statement-breakpoint
-- Who asks in this transaction; null outside `asUser`, so that every policy then shows nothing.
create function app_user_id() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.user_id', true), '')::uuid
$$;
