-- What was said when, durable before it is said.
create table dossier (
    id           uuid primary key,
    assembled_at timestamptz not null,
    requester    text not null,
    official     text not null,
    case_ref     text not null,
    service      text not null,
    content      bytea not null,  -- JSON, the payload of both JWS forms
    jws          text,            -- detached; null until a JSON form was asked for
    xml          bytea            -- signed; null until it was asked for
);
create table evidence (
    id         uuid primary key,
    dossier_id uuid not null references dossier,
    agency     text not null,
    media_type text,
    body       bytea not null,
    detached   text,
    digest     text not null,
    signer     text
);
create index evidence_of_dossier on evidence (dossier_id);
-- Lookups that were not made, and why.
create table refusal (
    id         uuid primary key,
    refused_at timestamptz not null,
    requester  text,
    official   text,
    case_ref   text,
    service    text,
    code       text not null
);
