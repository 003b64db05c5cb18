-- 帮办: the owner of a draft lets a clerk go on with it, by a code told by word of mouth.
create table draft_help (
    id              uuid primary key,
    draft_id        uuid not null references draft (id) on delete cascade,
    owner           text not null references account (username),
    handle          varchar(4) not null,
    secret          text not null,
    made_at         timestamptz not null,
    tries           smallint not null default 0,
    helper          text references account (username),
    taken_at        timestamptz,
    filled          text[] not null default '{}',
    asked_at        timestamptz,
    asked_revision  int,
    asked_licenses  text[] not null default '{}',
    ended_at        timestamptz
);
create index draft_help_draft on draft_help (draft_id);
create index draft_help_helper on draft_help (helper) where helper is not null;
create unique index draft_help_handle on draft_help (handle) where helper is null and ended_at is null;
comment on column draft_help.secret is 'hashed; good once, for half an hour and five tries';
comment on column draft_help.filled is 'keys of the answers that the helper wrote, and therefore sees';
comment on column draft_help.asked_revision is 'what of the draft the owner was asked to confirm; a later change needs their word again';

-- Wrong codes of a helper, whichever draft they were meant for.
create table draft_help_miss (
    helper text not null,
    at     timestamptz not null
);
create index draft_help_miss_helper on draft_help_miss (helper, at);
