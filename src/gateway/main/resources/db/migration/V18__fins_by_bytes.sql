-- A FIN is plain ASCII: compared by its bytes it is sorted, indexed and found in a third of the time that a language's order takes.
alter table drop_row alter column fin type text collate "C";
