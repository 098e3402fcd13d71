import type { RefusalCode } from '../../librarian.ts';

export const REASONS: Readonly<Record<RefusalCode, string>> = {
  'not-found': 'En esta dirección no hay (o ya no hay) ninguna página. Comprueba la dirección.',
  'not-shown':
    'El servidor no nos muestra la página: pide iniciar sesión o una suscripción, o no admite programas. Si puedes leerla, guárdala en el navegador y añade el archivo.',
  'server-error': 'El servidor tiene un problema en este momento. Inténtalo más tarde.',
  'timed-out': 'El servidor no ha respondido a tiempo. Inténtalo más tarde.',
  'no-such-host':
    'No se encuentra ningún servidor con ese nombre. Comprueba cómo está escrito o inténtalo más tarde.',
  inside:
    'Esta dirección no está en la Internet pública. Da la dirección pública del artículo o añádelo como archivo.',
  paywall:
    'Sin suscripción solo se puede leer el principio del artículo. Guarda el artículo entero como .md o .txt y añade el archivo.',
  'needs-script':
    'La página solo muestra su artículo con JavaScript. Guarda el artículo como .md o .txt y añade el archivo.',
  'not-english': 'El texto no está en inglés; por ahora Verbatim solo lee inglés.',
  'too-short': 'El texto es demasiado corto para ser un artículo.',
  'unknown-format':
    'Este formato no se puede leer. Guarda el artículo como PDF o como texto y añade el archivo.',
  'no-address': 'Se esperaba la dirección de una página web, por ejemplo courier.example/ferry.',
  'several-addresses': 'Se esperaba una sola dirección. Dalas una por una.',
  corrected: 'El artículo se corrigió a mano y su página también ha cambiado.',
  'written-by-hand': 'El artículo se escribió a mano y su texto es distinto.',
  'broken-file': 'El archivo del artículo no se puede leer tal como está ahora, y su página ha cambiado.',
  'not-rewritten': 'El artículo se guarda en un formato que no se reescribe.',
  'other-article': 'En esa dirección hay ahora otro artículo; el anterior se conserva.',
  'only-part': 'Ahí ya solo se muestra una parte del artículo; el artículo entero se conserva.',
};
