package org.dorothydispatch.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.stream.Collectors;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.ApiTokens;
import org.dorothydispatch.security.CalendarAddresses;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserRow;
import org.dorothydispatch.security.UserService;
import org.dorothydispatch.uikit.Face;

/** Who may sign in, as what and for which offices. For administrators. */
@Route("people")
@PageTitle("People · Dorothy")
@Menu(title = "People", order = 90, icon = "icons/people.svg")
@RolesAllowed("ADMINISTRATOR")
class UsersView extends Div {

    private static final int OFFICES_NAMED = 3;

    private final UserService users;
    private final CalendarAddresses calendars;
    private final ApiTokens tokens;
    private final OfficeService offices;
    private final Map<String, String> officeNames;
    private final Grid<UserRow> people = new Grid<>();
    private final TextField search = new TextField();

    UsersView(UserService users, CalendarAddresses calendars, ApiTokens tokens, OfficeService offices) {
        this.users = users;
        this.calendars = calendars;
        this.tokens = tokens;
        this.offices = offices;
        officeNames = offices.list().stream().collect(Collectors.toMap(OfficeRow::code, OfficeRow::name));
        addClassName("page");
        add(header(), grid());
    }

    private Header header() {
        search.setPlaceholder("Find a person");
        search.setAriaLabel("Find a person");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> people.getDataProvider().refreshAll());
        var add = new Button("New person", click -> edit(UserDialog.forNewPerson(users, offices, this::refresh)));
        add.addThemeName("primary");
        var header = new Header(new H1("People"), search, add);
        header.addClassName("page-header");
        return header;
    }

    private Grid<UserRow> grid() {
        people.addClassName("page-grid");
        people.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        people.addColumn(LitRenderer.<UserRow>of("""
                                <span class="person ${item.off ? 'off' : ''}"><span class="face" aria-hidden="true" \
                                style="background-color: var(--dorothy-face-${item.colour})">${item.initials}</span>\
                                <span class="person-words"><b>${item.name}</b><small>${item.small}</small></span></span>""")
                        .withProperty("name", UserRow::name)
                        .withProperty(
                                "small", row -> row.enabled() ? row.username() : row.username() + " · switched off")
                        .withProperty("off", row -> !row.enabled())
                        .withProperty("initials", row -> Face.initialsOf(row.name()))
                        .withProperty("colour", row -> Face.colourOf(row.username())))
                .setHeader("Name")
                .setSortProperty("name")
                .setKey("name")
                .setWidth("12rem")
                .setFlexGrow(2);
        people.addColumn(UsersView::roles)
                .setHeader("Does")
                .setKey("roles")
                .setWidth("9rem")
                .setFlexGrow(2);
        people.addColumn(this::officesOf)
                .setHeader("Offices")
                .setKey("offices")
                .setWidth("9rem")
                .setFlexGrow(3);
        people.setItemsPageable(page -> users.list(search.getValue(), page));
        people.setEmptyStateText("Nobody of that name.");
        people.addItemClickListener(
                click -> edit(UserDialog.forPerson(users, calendars, tokens, offices, click.getItem(), this::refresh)));
        return people;
    }

    private static String roles(UserRow row) {
        return row.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", "));
    }

    private String officesOf(UserRow row) {
        if (row.roles().contains(Role.ADMINISTRATOR)) {
            return "All";
        }
        var names = row.offices().stream()
                .map(code -> officeNames.getOrDefault(code, code))
                .sorted()
                .toList();
        var named = names.stream().limit(OFFICES_NAMED).collect(Collectors.joining(", "));
        return names.size() <= OFFICES_NAMED ? named : named + " and %d more".formatted(names.size() - OFFICES_NAMED);
    }

    private void edit(UserDialog dialog) {
        dialog.open();
    }

    private void refresh() {
        people.getDataProvider().refreshAll();
    }
}
