/** What no phone can follow: the address of the machine itself. */
export const isLocal = (hostname: string): boolean => /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
