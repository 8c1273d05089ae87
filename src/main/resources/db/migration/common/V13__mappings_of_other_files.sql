-- Which column of another system's export holds what, as somebody chose it; columns is JSON, field to heading.
create table xray_mapping (
    id      bigint       not null auto_increment primary key,
    owner   varchar(80)  not null,
    name    varchar(80)  not null,
    columns_text varchar(8000) not null,
    constraint xray_mapping_owner foreign key (owner) references app_user (username),
    constraint xray_mapping_name unique (owner, name)
);
