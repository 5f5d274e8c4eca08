-- Of a key only its hash is kept: the SHA-256 of its text, which has 256 random bits.
create table api_key (
    id         text collate "C" primary key,
    hash       bytea  not null unique,
    name       text   not null,
    account    text   not null,
    roles      text[] not null,
    created_at bigint not null,
    revoked_at bigint
);
comment on table api_key is 'Who is let in by a key. Nothing is ever taken away; what is revoked stays listed.';
comment on column api_key.created_at is 'Microseconds since 1970.';
comment on column api_key.revoked_at is 'Microseconds since 1970; null while the key holds.';
