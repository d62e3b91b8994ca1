-- Changes of rollouts that operators propose and confirm by the contract of operations, for all gateways of this database. The newest confirmed one of
-- an agency counts until the file vahid.rollout says something else of that agency than it did then.
create table rollout_proposal (
    id              uuid        primary key,         -- UUID of version 7
    requester       text        not null,
    official        text,
    idempotency_key text        not null,
    agency          text        not null,
    wanted          text        not null,            -- JSON, as contracts/rollout.schema.json has it
    before          text        not null,
    filed           text        not null,            -- SHA-256, hex: what the file said of the agency
    head            bigint      not null,            -- confirmed changes before it
    mac             bytea       not null,
    made_at         timestamptz not null default now(),
    number          bigint      unique,              -- of a confirmed one, in their order; null before
    confirmed_at    timestamptz,
    confirmed_by    text,                            -- official, else requester
    confirmed_mac   bytea,
    unique (requester, idempotency_key)
);
create index rollout_proposal_confirmed on rollout_proposal (agency, number) where number is not null;

-- How many changes were confirmed; its lock is what puts them in order.
create table rollout_head (
    the_only boolean primary key default true check (the_only),
    number   bigint not null
);
insert into rollout_head (number) values (0);
