// Entry of `picture.js`, which only the pages of articles with a diagram load.
import { setUpPictures } from './picture-view.ts';

setUpPictures();
