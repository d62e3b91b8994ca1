-- Reports that name an official: asked for by one auditor, released or refused by another. What a report says is read from the audit chain, and not kept.
create table named_report (
    id              uuid   primary key,          -- UUID of version 7
    requester       text   not null,             -- of the auditors
    asked_by        text   not null,
    asked_ms        bigint not null,             -- milliseconds since 1970, UTC, as is decided_ms
    about_requester text   not null,
    about_official  text   not null,
    from_day        text   not null,             -- days in Baku, both inclusive
    to_day          text   not null,
    reason          text   not null,
    mac             bytea  not null,             -- over the columns before it
    decision        text   check (decision in ('RELEASED', 'REFUSED')),
    decided_by      text,
    decided_ms      bigint,
    note            text,
    decided_mac     bytea                        -- over the id and what was decided
);
-- A question sent twice is one question.
create unique index named_report_open on named_report (requester, asked_by, about_requester, about_official, from_day, to_day, md5(reason)) where decision is null;
create index named_report_requester on named_report (requester, id);
