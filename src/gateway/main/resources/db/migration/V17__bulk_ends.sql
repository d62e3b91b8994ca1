-- A job whose result cannot be made is tried by a rule and then laid aside; it keeps no other waiting.

alter table bulk_job add ends int not null default 0;                  -- how often its result was tried
alter table bulk_job add end_at timestamptz not null default now();    -- when it is tried next
alter table bulk_job drop constraint bulk_job_state_check;
alter table bulk_job add constraint bulk_job_state_check check (state in ('RECEIVED', 'RUNNING', 'COMPLETED', 'CANCELLED', 'FAILED'));
