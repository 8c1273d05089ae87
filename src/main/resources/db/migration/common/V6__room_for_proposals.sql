-- The answer to a proposal of hundreds of moves names each of them.
alter table write_receipt modify answer mediumtext not null;
