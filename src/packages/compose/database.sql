-- The gateways' user in the demonstration cluster: no superuser, as src/docs/database.sql has it for service, with a password that everybody knows.
create role vahid login password 'vahid' nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 150;
create database vahid owner vahid encoding 'UTF8' template template0;
