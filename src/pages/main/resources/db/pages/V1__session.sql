-- Sessions of people, of all nodes of the pages. The id is the digest of what a browser has; what is in a session is sealed by the nodes' secret. Rows live for minutes.
create table session (
  id bytea primary key,
  sealed bytea not null,
  version bigint not null,
  -- Whether somebody is logged in: others make room first.
  person boolean not null,
  ends timestamptz not null
);
