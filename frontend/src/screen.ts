/** The elements of the board's screen, in one module. */
import './board-bar.js';
import './dispatch-board.js';
