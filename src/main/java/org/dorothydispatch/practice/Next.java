package org.dorothydispatch.practice;

/** What the customer did next follows from which of these it was. */
public enum Next {
    /** They said something, and it was written down with an answer. */
    HEARD,
    /** They said something, and nobody wrote it down. */
    UNHEARD,
    /** They were told openly that it cannot be done, and what can. */
    DECLINED,
    /** The visit was as they wished. */
    KEPT,
    /** It was not, and they had been asked first and agreed. */
    AGREED,
    /** It was not; they had only been told beforehand. */
    TOLD,
    /** It was not, and they found out at the door. */
    SURPRISED
}
