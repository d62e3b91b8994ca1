-- Misuse seen as it happens. No FIN and no name: a person is a keyed hash (HMAC-SHA-256, hex).

-- What was seen of lookups, for as long as a rule may count it.
create table misuse_seen (
    number    bigint generated always as identity primary key,  -- in the order of commits
    gateway   uuid        not null,                             -- one start of one gateway
    at        timestamptz not null,
    kind      text        not null check (kind in ('LOOKUP', 'NEIGHBOUR', 'UNKNOWN')),
    requester text        not null,
    official  text        not null,
    case_ref  text        not null,
    person    text        not null
);
create index misuse_seen_at on misuse_seen (at);

-- What broke a rule, for an auditor to work off. Hits of one rule about one subject that follow each other are one row.
create table misuse_hit (
    id        uuid        primary key,                          -- UUID of version 7: in the order of time
    rule      text        not null,
    action    text        not null check (action in ('FLAG', 'SLOW', 'BLOCK')),
    subject   text        not null,                             -- what the rule counts by
    requester text        not null,                             -- of the last one, as are official, service, case and person
    official  text        not null,
    service   text,
    case_ref  text,
    person    text,
    times     bigint      not null,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    told_at   timestamptz,                                      -- when the bus had its event
    state     text        not null default 'OPEN' check (state in ('OPEN', 'ASSIGNED', 'CLOSED')),
    assignee  text,
    reason    text        check (reason in ('JUSTIFIED', 'MISUSE', 'RULE_TOO_STRICT')),
    note      text,
    closed_by text,
    closed_at timestamptz,
    check ((state = 'CLOSED') = (reason is not null and closed_by is not null and closed_at is not null))
);
create index misuse_hit_open on misuse_hit (rule, subject) where state <> 'CLOSED';
create index misuse_hit_untold on misuse_hit (id) where told_at is null;
