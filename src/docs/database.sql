-- The gateway's database and its user, by an administrator: psql -f database.sql
-- The gateway makes and changes its own tables: Flyway at the start, then a partition a day and a table for each full file of an agency. So it owns its
-- schema, and nothing else. It is no superuser, makes no roles and no databases, and nobody but it and the administrator comes near its tables.
-- That its owner could change a table is what seals and anchored roots are for: see decision 115 and 116.

create role vahid login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 100;
\password vahid

-- Reads the record for 'verify record' and writes nothing.
create role vahid_auditor login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 5;
\password vahid_auditor

create database vahid encoding 'UTF8' template template0;
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
