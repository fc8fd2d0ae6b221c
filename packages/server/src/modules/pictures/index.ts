export { findPicture, type ShownPicture } from './find-picture.ts';
export { pictureRoutes } from './routes.ts';
export { shownPictureRoutes } from './shown-routes.ts';
