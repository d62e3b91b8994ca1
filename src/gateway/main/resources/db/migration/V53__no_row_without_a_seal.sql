-- The database itself refuses a row without a seal: a gateway that does not know of seals (older than V21) keeps nothing here, and so serves nobody.
-- Rows that are there stay as they are. drop_row has no such rule, as its partitions are made apart: nobody sees rows that no drop_standing speaks of.
-- contract since V21: every gateway since then seals what it writes here
alter table audit add constraint audit_sealed check (mac is not null) not valid;
-- contract since V21: every gateway since then seals what it writes here
alter table drop_standing add constraint drop_standing_sealed check (mac is not null) not valid;
-- contract since V21: every gateway since then seals calls that have ended
alter table exchange add constraint exchange_sealed check (mac is not null or outcome is null) not valid;
-- contract since V21: every gateway since then seals what it writes here
alter table correction add constraint correction_sealed check (mac is not null) not valid;
-- contract since V21: every gateway since then seals what it writes here
alter table correction_step add constraint correction_step_sealed check (mac is not null) not valid;
-- contract since V21: every gateway since then seals what it writes here
alter table bulk_job add constraint bulk_job_sealed check (mac is not null) not valid;
-- contract since V21: every gateway since then seals what it writes here
alter table bulk_result add constraint bulk_result_sealed check (mac is not null) not valid;
-- contract since V21: every gateway since then seals each file that it could read; one that was refused before has no name either
alter table file_transfer add constraint file_transfer_sealed check (mac is not null or name is null) not valid;
-- contract since V21: every gateway since then seals what it writes here
alter table file_delivery add constraint file_delivery_sealed check (mac is not null) not valid;
-- contract since V21: every gateway since then seals what it writes here
alter table subscription_version add constraint subscription_version_sealed check (mac is not null) not valid;

-- The oldest version that was tried beside this one. A gateway that is older does not start, and one that runs ends.
update member_rule set oldest_allowed = 52;
