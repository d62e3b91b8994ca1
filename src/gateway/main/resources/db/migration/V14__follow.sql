-- Dossiers that lack sources, and follow-ups that ask those again.

-- What the other sources of such a dossier had answered, for the one that completes it; deleted when none can be asked for any more.
create table open_answers (
    dossier uuid        primary key,
    kept_at timestamptz not null default now(),
    answers bytea       not null      -- JSON, sealed like the dossier
);
create index open_answers_kept on open_answers (kept_at);

create table follow_up (
    dossier   uuid        primary key, -- the one that is followed
    latest    uuid        not null,    -- the one that completes it best until now
    requester text        not null,
    channel   text        not null,    -- a subscription of the requester's
    until     timestamptz not null,
    next_at   timestamptz not null,    -- when it is taken up next, by whichever gateway
    attempts  int         not null default 0,
    state     text        not null default 'WAITING' check (state in ('WAITING', 'COMPLETED', 'ENDED', 'REFUSED', 'STOPPED')),
    code      text                     -- why it was refused
);
create index follow_up_waiting on follow_up (next_at) where state = 'WAITING';

-- Who is told of a bulk lookup's end.
alter table bulk_job
    add channel text,                        -- a subscription of the requester's; null for none
    add told    boolean not null default false; -- whether it was told through it
