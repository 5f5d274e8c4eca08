-- Least privilege: facts come in as the role streakline_app, folds work as streakline_fold, creators see and change their own
-- rows as streakline_creator, and none of them may change tables.
-- Runs after the migrations, also when there was nothing to migrate, and does nothing when all is done. Where this role may
-- not create roles, everything works as this role itself, and 'streakline doctor' says what an administrator can run.
do $$
declare
    name text;
begin
    -- Two who grant at once fail; two databases of one server share their roles.
    perform pg_advisory_xact_lock(7598825637196131);
    foreach name in array array['streakline_app', 'streakline_fold', 'streakline_creator'] loop
        if to_regrole(name) is null
                and (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) then
            begin
                execute format('create role %I nologin', name);
                execute format('grant %I to %I', name, current_user);
            exception when duplicate_object or unique_violation then
                null;
            end;
        end if;
    end loop;
    if to_regrole('streakline_creator') is not null and not has_schema_privilege('streakline_creator', 'streakline', 'usage') then
        grant usage on schema streakline to streakline_creator;
    end if;
    if to_regrole('streakline_app') is null or to_regrole('streakline_fold') is null
            or not exists (
                select from pg_class
                where relnamespace = 'streakline'::regnamespace and relkind in ('r', 'p')
                    and not has_table_privilege(
                        case relname when 'api_key' then 'streakline_app' else 'streakline_fold' end, oid, 'select')) then
        return;
    end if;
    grant usage on schema streakline to streakline_app, streakline_fold;
    grant select on all tables in schema streakline to streakline_fold;
    grant select on viewer, viewer_statistics, title, channel, platform, source, fact, title_fact, channel_fact, mark, title_mark,
        policy, policy_ladder, fold_version, announcement, viewer_channel, standings,
        intake_rule, intake_count, notice, fold_failure
        to streakline_app;
    grant insert on viewer, title, channel, platform, source, fact, title_fact, channel_fact, mark, title_mark,
        policy, policy_ladder, standings_mark, intake_rule, intake_count to streakline_app;
    grant update on intake_count to streakline_app;
    grant update (try_at) on fold_failure to streakline_app;
    grant update (claimed) on source to streakline_app;
    grant update (withdrawn) on fact, title_fact, channel_fact to streakline_app;
    grant delete on viewer, viewer_statistics, viewer_channel, fact, mark, announcement,
        intake_count, notice, fold_failure
        to streakline_app;
    grant insert, update, delete on fold_failure to streakline_fold;
    -- Who may lock a row may update some column of it; the key of a viewer is always generated.
    grant update (viewer_key) on viewer to streakline_fold;
    grant update (statistics, digest, fold_version, next_change_at, ranked_seconds, ranked_messages, titles, channels, pauses)
        on viewer_statistics to streakline_fold;
    grant update (statistics, ranked_seconds, ranked_messages, seconds, messages, sessions)
        on viewer_channel to streakline_fold;
    grant update on standings to streakline_fold;
    grant insert on viewer_statistics, viewer_channel, mark, announcement, fold_version, standings,
        standings_mark to streakline_fold;
    grant delete on viewer_channel, mark, title_mark, standings_mark to streakline_fold;
    -- Folds let nobody in.
    revoke all on api_key from streakline_fold;
    grant select, insert, update (revoked_at) on api_key to streakline_app;
    grant select, insert, delete on recalculation_run to streakline_app;
    grant update on recalculation_run to streakline_fold;
end $$;
