-- What was counted of a customer and of which version is read from the index alone: an office is looked through for changes
-- after each import.
create index tally_visit_of_version on tally_visit (customer, on_day, version, office);
alter table tally_visit drop index tally_visit_of_customer;
