-- A follow-up whose time is over, and which cannot be ended, is tried by a rule of its own and then laid aside.

alter table follow_up add ends int not null default 0; -- how often its end was tried
alter table follow_up drop constraint follow_up_state_check;
alter table follow_up add constraint follow_up_state_check check (state in ('WAITING', 'COMPLETED', 'ENDED', 'REFUSED', 'STOPPED', 'FAILED'));
