-- Who waits for work is told of it, by the name of a bell (az.dost.vahid.job.Bells), as soon as the change is committed. Whoever makes the change need not
-- think of it, of whatever version it is. Not for events: commits that tell something wait for each other over the whole server, and there are many of those;
-- the gateway that kept one rings its own bell.
create function tell_of_work() returns trigger language plpgsql as $$
begin
    perform pg_notify('vahid_work', tg_argv[0]);
    return null;
end $$;

create trigger told after insert or update of state on bulk_job for each statement execute function tell_of_work('bulk');
create trigger told_when_ended after update of state on bulk_job for each statement execute function tell_of_work('bulk-ended');
create trigger told after update of done_at on bulk_chunk for each statement execute function tell_of_work('bulk-ended');
create trigger told after insert on correction for each statement execute function tell_of_work('corrections');
create trigger told after insert on dead_letter_batch for each statement execute function tell_of_work('dead-letters');
create trigger told after insert on misuse_hit for each statement execute function tell_of_work('misuse-hits');
create trigger told after insert on misuse_seen for each statement execute function tell_of_work('misuse-seen');
create trigger told after insert or update on rollout_proposal for each statement execute function tell_of_work('rollouts');
