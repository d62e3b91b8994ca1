-- Entries name agencies and verdicts again and again. PostgreSQL's own compression gives up on their digests, LZ4 does not. It is for rows of days that are made
-- from now on; a server that was built without LZ4 goes on as before.
do $$ begin
    alter table audit alter entry set compression lz4;
exception when feature_not_supported then
    raise notice 'This server has no LZ4: entries are kept as they are.';
end $$;
