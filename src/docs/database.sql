-- The gateway's database and its user, by an administrator: psql -f database.sql. What is there already stays, so it may be run again. Passwords come from
-- VAHID_DB_PASSWORD and VAHID_AUDITOR_PASSWORD of the environment (psql 14 or later), or are asked for.
-- The gateway makes and changes its own tables: Flyway at the start, then a partition a day and a table for each full file of an agency. So it owns its
-- schema, and nothing else. It is no superuser, makes no roles and no databases, and nobody but it and the administrator comes near its tables.
-- That its owner could change a table is what seals and anchored roots are for: see decision 115 and 116.

\getenv vahid_password VAHID_DB_PASSWORD
\getenv auditor_password VAHID_AUDITOR_PASSWORD

select not exists (select from pg_roles where rolname = 'vahid') as fresh \gset
\if :fresh
create role vahid login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 100;
\endif
\if :{?vahid_password}
alter role vahid password :'vahid_password';
\else
\password vahid
\endif

-- Reads the record for 'verify record' and writes nothing.
select not exists (select from pg_roles where rolname = 'vahid_auditor') as fresh \gset
\if :fresh
create role vahid_auditor login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 5;
\endif
\if :{?auditor_password}
alter role vahid_auditor password :'auditor_password';
\else
\password vahid_auditor
\endif

select not exists (select from pg_database where datname = 'vahid') as fresh \gset
\if :fresh
create database vahid encoding 'UTF8' template template0;
\endif
revoke all on database vahid from public;
grant connect, temporary on database vahid to vahid;
grant connect on database vahid to vahid_auditor;

\connect vahid
revoke all on schema public from public;
alter schema public owner to vahid;
grant usage on schema public to vahid_auditor;
alter default privileges for role vahid in schema public grant select on tables to vahid_auditor;

-- What was said to be recorded is on the disk. These are PostgreSQL's defaults; a gateway tells at its start when one is off.
alter role vahid in database vahid set synchronous_commit = on;
alter role vahid in database vahid set idle_in_transaction_session_timeout = '5min';
