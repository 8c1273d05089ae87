package org.dorothydispatch.savedview;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.util.List;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Screens under a name. Everybody who reads the board may keep their own and share them with an office they work for;
 * only the owner changes or deletes one. What a view shows is decided again for whoever opens it.
 */
@Service
@Transactional
public class SavedViewService {

    static final int MOST_VIEWS = 50;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 4_000;

    private final JdbcClient database;
    private final CurrentUser current;

    SavedViewService(JdbcClient database, CurrentUser current) {
        this.database = database;
        this.current = current;
    }

    /** Own views and those shared with the offices of the person who asks, by name. */
    @Transactional(readOnly = true)
    public List<SavedViewRow> list() {
        requireReader();
        var offices = current.offices();
        return database.sql("""
                        select s.id, s.name, s.query, s.shared_office, s.owner, u.name owner_name
                        from saved_view s join app_user u on u.username = s.owner
                        where s.owner = :me or s.shared_office in (:offices)
                        order by lower(s.name), s.id""")
                .param("me", current.username())
                .param("offices", offices.isEmpty() ? List.of("") : offices)
                .query((row, number) -> new SavedViewRow(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getString("shared_office"),
                        row.getString("owner").equals(current.username()),
                        row.getString("owner_name")))
                .list();
    }

    /** Keeps a screen under a new name. */
    public void save(String name, String query, @Nullable String office) {
        requireReader();
        requireNoStranger(office);
        var me = current.username();
        int views = database.sql("select count(*) from saved_view where owner = ?")
                .param(me)
                .query(Integer.class)
                .single();
        if (views >= MOST_VIEWS) {
            throw new IllegalArgumentException(
                    "You have %d views already. Delete one that you no longer use.".formatted(views));
        }
        try {
            database.sql("insert into saved_view (owner, name, query, shared_office) values (?, ?, ?, ?)")
                    .params(me, named(name), queried(query), office)
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(name);
        }
    }

    /** Gives a view another name, and shares it with an office or with nobody. */
    public void change(long id, String name, @Nullable String office) {
        requireReader();
        requireNoStranger(office);
        try {
            requireOwn(database.sql("update saved_view set name = ?, shared_office = ?, version = version + 1"
                            + " where id = ? and owner = ?")
                    .params(named(name), office, id, current.username())
                    .update());
        } catch (DuplicateKeyException e) {
            throw taken(name);
        }
    }

    /** Keeps another screen under the name of a view. */
    public void replace(long id, String query) {
        requireReader();
        requireOwn(database.sql("update saved_view set query = ?, version = version + 1 where id = ? and owner = ?")
                .params(queried(query), id, current.username())
                .update());
    }

    public void delete(long id) {
        requireReader();
        requireOwn(database.sql("delete from saved_view where id = ? and owner = ?")
                .params(id, current.username())
                .update());
    }

    private void requireReader() {
        current.require(DISPATCHER, BRANCH_MANAGER, SALESPERSON, RECEPTIONIST);
    }

    private void requireNoStranger(@Nullable String office) {
        if (office != null) {
            current.requireOffice(office);
        }
    }

    /** The same sentence for somebody else's view as for none. */
    private static void requireOwn(int changed) {
        if (changed == 0) {
            throw new NotAllowed("There is no such view of yours. Somebody else's you can open and save as your own.");
        }
    }

    private static String named(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("A view needs a name, so that you find it again.");
        }
        if (stripped.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "A view's name may have %d letters; this one has %d.".formatted(LONGEST_NAME, stripped.length()));
        }
        return stripped;
    }

    private static String queried(String query) {
        if (query.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("This screen is too long to keep. Choose fewer filters.");
        }
        return query.startsWith("?") ? query.substring(1) : query;
    }

    private static IllegalArgumentException taken(String name) {
        return new IllegalArgumentException(
                "You have a view called “%s” already. Choose another name, or put this screen under that one."
                        .formatted(name.strip()));
    }
}
