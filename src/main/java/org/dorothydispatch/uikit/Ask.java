package org.dorothydispatch.uikit;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something is done that people would not want by accident. */
public final class Ask {

    private Ask() {}

    /**
     * @param question names what will happen, as a question
     * @param consequence one or two sentences
     * @param verb the button that does it, never "OK"
     */
    public static ConfirmDialog first(String question, String consequence, String verb, Runnable then) {
        var dialog = new ConfirmDialog(question, consequence, verb, confirmed -> then.run());
        dialog.setCancelable(true);
        dialog.setCancelText("Cancel");
        dialog.open();
        return dialog;
    }

    /** The same for what cannot be taken back or shuts somebody out; the button is red. */
    public static ConfirmDialog beforeHarm(String question, String consequence, String verb, Runnable then) {
        var dialog = first(question, consequence, verb, then);
        dialog.setConfirmButtonTheme("primary error");
        return dialog;
    }
}
