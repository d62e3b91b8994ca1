-- What other rules would change: asked by an analyst, released or refused by an auditor, computed by a gateway. No person is in it.
create table right_simulation (
    id              uuid   primary key,          -- UUID of version 7
    requester       text   not null,             -- of the analyst
    asked_by        text   not null,
    idempotency_key text   not null,
    asked_ms        bigint not null,             -- milliseconds since 1970, UTC, as are decided_ms and ended_ms
    question        text   not null,             -- JSON: reason, day, seed, how many people, texts of the rules
    mac             bytea  not null,             -- over the columns before it
    decision        text   check (decision in ('RELEASED', 'REFUSED')),
    decided_by      text,
    decided_ms      bigint,
    note            text,
    decided_mac     bytea,                       -- over the id and what was decided
    attempts        int    not null default 0,   -- how often it was begun
    ended           text   check (ended in ('DONE', 'FAILED')),
    ended_ms        bigint,
    because         text,                        -- why it came to nothing
    result          text,                        -- the compact JWS
    ended_mac       bytea,                       -- over the id and what came of it
    unique (requester, asked_by, idempotency_key)
);
create index right_simulation_due on right_simulation (decided_ms) where decision = 'RELEASED' and ended is null;
-- Which registers left a look undecided, for the citizen; null in rows of gateways of the version before.
alter table right_evaluation add column registers text;
alter table right_evaluation add column registers_mac bytea;  -- over the dossier and the registers
