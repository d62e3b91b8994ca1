-- Bulk lookups: a job, its subjects in chunks, and what came of each line of its file.

create table bulk_job (
    id              uuid        primary key,  -- version 7
    requester       text        not null,
    terms           json        not null,     -- a lookup request without its subject
    idempotency_key text,
    digest          bytea       not null,     -- SHA-256 of terms and file: a repetition is known by it
    state           text        not null check (state in ('RECEIVED', 'RUNNING', 'COMPLETED', 'CANCELLED')),
    subjects        int         not null,     -- rows of the file
    faulty          int         not null,     -- of them, those that nobody was asked about
    received_at     timestamptz not null default now(),
    ended_at        timestamptz,
    served_at       timestamptz not null default now(), -- when a chunk was last taken: jobs take turns
    result_digest   bytea,                    -- SHA-256 of the result
    signature       bytea                     -- CMS, detached, over the result; null until it is complete
);
create unique index bulk_job_key on bulk_job (requester, idempotency_key);
create index bulk_job_running on bulk_job (served_at) where state = 'RUNNING';

-- What one worker takes at a time. Its lease tells others that it lives; a chunk whose lease is over is taken again.
create table bulk_chunk (
    job          uuid        not null,
    number       int         not null,
    first_line   int         not null,
    last_line    int         not null,
    subjects     bytea,                       -- lines with their FINs, sealed under the day's key; null when it is done
    attempts     int         not null default 0,
    leased_until timestamptz not null default 'epoch',
    done_at      timestamptz,
    answered     int,
    refused      int,
    primary key (job, number)
);
create index bulk_chunk_open on bulk_chunk (job, number) where done_at is null;

-- One row for each row of the file, written with the dossier that it speaks of.
create table bulk_result (
    job     uuid not null,
    line    int  not null,  -- of the file
    dossier uuid,
    code    text,           -- why there is none
    primary key (job, line),
    check ((dossier is null) <> (code is null))
);
