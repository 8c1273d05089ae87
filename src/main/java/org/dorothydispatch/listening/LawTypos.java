package org.dorothydispatch.listening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Slips of the finger in the words of {@link LawLine}: "mexcian", "muejres", "techncian". A word that nobody here knows is
 * read as a known one when a single letter is missing, too many, another one, or has changed places with its neighbour. The
 * first letter has to be right, and short words have too many neighbours.
 */
final class LawTypos {

    private static final int SHORTEST = 6;

    /** Words of their own that look like a slip in another. */
    private static final Set<String> OWN = LawWords.set("""
            hombro hombros hambre muslin muslins germany germane disable disables finish mejores bancos blandos marina mariana serios serias seria
            serio secos secas cielos mangos manchas latidos turnos vasos frascos paises pisos blocks backs writes greens brows
            sweden follow follows russia croatia serbia bosnia albania armenia romania india indiana korea syria libya kenya
            persia italia christina christine christiane cristina cristian kristian christians marcas maricela priest priests
            mixture nature elder prison parson sender seeding mending bending lending lading landing senior sonora
            manda mandar mancha cubiertos cubos cuban chicken chinches chinche pegar pagan paganos pagar pagando
            servir morada moradas morado morados rotten native natives naive tortilla tortillas polished polishes
            straight maria marias marisa larder ladder ladders brownie brownies blanket blankets planco tecnicas arable arabic amateur male malle mature matures
            catalina ingle ingles aleros alemania africa afrikaans asiatica irish iris irises spanish spinach danger damage
            thanks tanks thank person persons persona personal persianas persiana boys lodges latino latine latin
            italy vieja viejas viajes viaje joven jovenes chico chica chicas chicos tunica tunicas gringas granos
            sordera cojin cojines mudas mudanza mudo mueren mujer senal senales senora crio crios frio frios""");

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("womn", "woman"),
            Map.entry("womam", "woman"),
            Map.entry("woamn", "woman"),
            Map.entry("wman", "woman"),
            Map.entry("wimen", "women"),
            Map.entry("wemen", "women"),
            Map.entry("womem", "women"),
            Map.entry("womens", "women"),
            Map.entry("blakc", "black"),
            Map.entry("blcak", "black"),
            Map.entry("balck", "black"),
            Map.entry("blck", "black"),
            Map.entry("whtie", "white"),
            Map.entry("wihte", "white"),
            Map.entry("asain", "asian"),
            Map.entry("asien", "asian"),
            Map.entry("jewsh", "jewish"),
            Map.entry("musilm", "muslim"),
            Map.entry("femal", "female"),
            Map.entry("sned", "send"),
            Map.entry("snd", "send"),
            Map.entry("sendme", "send"),
            Map.entry("wnat", "want"),
            Map.entry("watn", "want"),
            Map.entry("dotn", "dont"),
            Map.entry("dnt", "dont"),
            Map.entry("plz", "please"),
            Map.entry("pls", "please"),
            Map.entry("plese", "please"),
            Map.entry("q", "que"),
            Map.entry("k", "que"),
            Map.entry("xq", "porque"),
            Map.entry("ke", "que"),
            Map.entry("muejr", "mujer"),
            Map.entry("mjer", "mujer"),
            Map.entry("vija", "vieja"),
            Map.entry("viejio", "viejo"),
            Map.entry("jovne", "joven"),
            Map.entry("negor", "negro"));

    private static final Set<String> TARGETS = targets();
    private static final Map<String, Set<String>> WITHOUT_ONE = withoutOne();

    private LawTypos() {}

    /** The word meant; the word itself where it is known, or like none. */
    static String meant(String word) {
        var known = SHORT.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() < SHORTEST || TARGETS.contains(word) || OWN.contains(word) || LawFrames.knows(word)) {
            return word;
        }
        var found = oneOf(word, word);
        for (int at = 1; at < word.length() && found == null; at++) {
            found = oneOf(word, without(word, at));
        }
        return found == null ? word : found;
    }

    private static @org.jspecify.annotations.Nullable String oneOf(String word, String piece) {
        for (var target : WITHOUT_ONE.getOrDefault(piece, Set.of())) {
            if (slips(word, target)) {
                return target;
            }
        }
        return TARGETS.contains(piece) && piece.length() >= SHORTEST && !goesFurther(word, piece) ? piece : null;
    }

    /** "Germans" and "Germany" for "german" are slips of nobody. */
    private static boolean goesFurther(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static boolean slips(String word, String target) {
        if (word.length() != target.length()) {
            return !goesFurther(word, target);
        }
        int first = 0;
        while (first < word.length() && word.charAt(first) == target.charAt(first)) {
            first++;
        }
        int last = word.length() - 1;
        while (last > first && word.charAt(last) == target.charAt(last)) {
            last--;
        }
        boolean ending = first == word.length() - 1;
        return !ending
                && (first == last
                        || last == first + 1
                                && word.charAt(first) == target.charAt(last)
                                && word.charAt(last) == target.charAt(first));
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }

    private static Set<String> targets() {
        var all = new HashSet<String>();
        all.addAll(LawWords.lexicon());
        all.addAll(LawClasses.lexicon());
        return Set.copyOf(all);
    }

    private static Map<String, Set<String>> withoutOne() {
        var pieces = new HashMap<String, Set<String>>();
        for (var target : TARGETS) {
            if (target.length() >= SHORTEST) {
                for (int at = 1; at < target.length(); at++) {
                    pieces.computeIfAbsent(without(target, at), none -> new HashSet<>())
                            .add(target);
                }
            }
        }
        return pieces;
    }
}
