-- Plays that earlier versions read from the files of Netflix and YouTube were identified by everything in their rows, also by
-- titles, which Netflix translates and YouTube loses. They get the identities that the readers make today (PlayIds), so
-- that the same file, and a later download of it, adds nothing. Equal plays are numbered in the order of their old ids, as
-- where a dump of an earlier version is read (EarlierEvents). Withdrawn plays stay withdrawn.
create function streakline.v6_digest(text text) returns text language sql immutable
    return encode(sha256(convert_to(text, 'UTF8')), 'hex');

-- The identity of a fact: the first half of the SHA-256 of its source and id, each with its length before it.
create function streakline.v6_identity(source text, id text) returns uuid language sql immutable
    return encode(substr(sha256(
        int4send(octet_length(convert_to(source, 'UTF8'))) || convert_to(source, 'UTF8')
        || int4send(octet_length(convert_to(id, 'UTF8'))) || convert_to(id, 'UTF8')), 1, 16), 'hex')::uuid;

with earlier as (
    select shard, viewer_key, identity, source.name as source, fact.id,
        case
            when source.name = 'youtube' then started
            when at is null then to_char(date '1970-01-01' + day, 'YYYYMMDD')
                || '-' || left(streakline.v6_digest(coalesce(title.name, '')), 16)
            else started || '-' || coalesce(seconds::text, 'unknown')
                || '-' || left(streakline.v6_digest(coalesce(platform.name, '')), 8)
        end as base
    from fact
        join source using (source_key)
        left join title using (title_key)
        left join platform using (platform_key)
        -- Of Netflix, a play of a minute and more has its start cut to the minute, as spreadsheets save it.
        cross join lateral (
            select case when source.name = 'netflix' and seconds >= 60 then 60 else 1 end as seconds_of_step
        ) cut
        cross join lateral (
            select to_char(to_timestamp(floor(at / 1000000.0 / seconds_of_step) * seconds_of_step) at time zone 'UTC',
                'YYYYMMDD"T"HH24MISS"Z"') as started
        ) utc
    where source.name in ('netflix', 'youtube') and type = 1 and fact.id ~ '^[0-9a-f]{32}(#[0-9]+)?$'
), numbered as (
    select *, row_number() over (partition by viewer_key, source, base order by id collate "C") as ordinal
    from earlier
), renamed as (
    select *, base || case when ordinal = 1 then '' else '#' || ordinal end as new_id
    from numbered
)
update fact
set id = new_id, identity = streakline.v6_identity(source, new_id)
from renamed
where fact.shard = renamed.shard and fact.viewer_key = renamed.viewer_key and fact.identity = renamed.identity;

-- Shows of Trakt were called by their names: two of one name were one, and a renamed one was two. Their numbers stand in the
-- ids of their episodes. What is said of an episode is identified by its content, so that this is made anew, too.
create function streakline.v6_text(text text) returns bytea language sql immutable
    return int8send(octet_length(convert_to(text, 'UTF8'))) || convert_to(text, 'UTF8');

with described as (
    select title_key, identity, title.name as title, display_name, season, episode,
        'trakt:show:' || split_part(title.name, ':', 2) as new_show,
        show as new_show_name
    from title_fact join title using (title_key)
    where source = 'trakt' and id ~ '^title:[0-9a-f]{32}$' and title.name ~ '^episode:[0-9]+:[0-9]+x[0-9]+$'
        and kind = 'episode' and show is not null and show !~ '^show:[0-9]+:[0-9a-f]{32}$' and show_name is null
        and season is not null and episode is not null and runtime_seconds is null and channel is null
        and genres = '{}'
), renamed as (
    select *, 'title:' || left(streakline.v6_digest(title || e'\n{kind=episode, name=' || display_name
        || ', show=' || new_show || ', showName=' || new_show_name
        || ', season=' || season || ', episode=' || episode || '}'), 32) as new_id
    from described
), changed as (
    update title_fact
    set show = new_show,
        show_name = new_show_name,
        at = 86400000000,
        id = new_id,
        identity = streakline.v6_identity('trakt', new_id),
        content = encode(substr(sha256(
            streakline.v6_text('streakline.title.v1') || '@'::bytea || int8send(86400) || int8send(0)
            || streakline.v6_text('episode') || 'n'::bytea || int8send(renamed.episode)
            || streakline.v6_text('kind') || 't'::bytea || streakline.v6_text('episode')
            || streakline.v6_text('name') || 't'::bytea || streakline.v6_text(renamed.display_name)
            || streakline.v6_text('season') || 'n'::bytea || int8send(renamed.season)
            || streakline.v6_text('show') || 't'::bytea || streakline.v6_text(new_show)
            || streakline.v6_text('showName') || 't'::bytea || streakline.v6_text(new_show_name)), 1, 16), 'hex')::uuid
    from renamed
    where title_fact.title_key = renamed.title_key and title_fact.identity = renamed.identity
    returning title_fact.title_key
)
insert into title_mark (title_key)
select distinct title_key from changed order by title_key;

-- Trakt dates plays whose date it does not know to the first instant of 1970: they count no more.
with undated as (
    update fact
    set withdrawn = true
    from source
    where source.source_key = fact.source_key and source.name = 'trakt' and type = 1 and at = 0 and not withdrawn
    returning shard, viewer_key
)
insert into mark (shard, viewer_key)
select distinct shard, viewer_key from undated order by shard, viewer_key;

drop function streakline.v6_text(text);
drop function streakline.v6_identity(text, text);
drop function streakline.v6_digest(text);
